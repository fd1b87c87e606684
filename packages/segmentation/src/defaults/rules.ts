import type {SegmentationRules} from '../rules.ts'

export const defaultRules: SegmentationRules = {
  path: 'passerelle.srx',
  cascade: true,
  segmentSubflows: true,
  formatHandle: {
    start: false,
    end: true,
    isolated: false
  },
  flavour: 'icu',
  unicodeBreaks: false,
  groups: [
    {
      name: 'English',
      rules: [
        {
          breaks: true,
          before:
            '(?<![\\p{L}\\p{N}.])(?:U\\.S|U\\.K|U\\.N|E\\.U|U\\.S\\.A|D\\.C|a\\.m|p\\.m|A\\.M|P\\.M|Jr|Sr|Inc|Ltd|Co|Corp|Bros|LLC|Ph\\.D|M\\.D|etc|et[\\s\\u00A0\\u202F]al|St|Ave|Blvd|Rd|Dept)\\.',
          after:
            '[\\s\\u00A0\\u202F]+(?:["\'«“‘‹„(\\[¿¡–—-][\\s\\u00A0\\u202F]*)*(?:He|She|It|They|We|You|His|Her|Its|Their|Our|My|This|That|These|Those|The|A|An|In|On|At|But|And|However|For|To|There|Here|If|When|While|After|Before|As|With|What|Who|How|Why|Where|Is|Are|Was|Did|Does|Do|Not|No|Yes|So|Then|Also|Since|Some|Many|Most|All|Both|Each|From|By|Or|Registration|Tickets|Admission|Mr|Mrs|Ms|Dr)\\b'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:[AaPp]\\.?[Mm])\\.',
          after:
            '[\\s\\u00A0\\u202F]+(?:[ECMPA][SD]?T\\b|GMT|UTC|Eastern|Central|Mountain|Pacific|Atlantic|Newfoundland|local|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|\\()'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:U\\.S|U\\.K|U\\.N|E\\.U|U\\.S\\.A|D\\.C|[A-Z]\\.[A-Z])\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:Mr|Mrs|Ms|Mx|Messrs|Mmes|Dr|Drs|Prof|Profs|Rev|Hon|Fr|Gov|Govs|Sen|Sens|Rep|Reps|Gen|Col|Lt|Ltd|Capt|Sgt|Maj|Cmdr|Adm|Brig|Cpl|Pvt|Supt|Insp|Pres|Sec|Treas|Amb|Asst|Atty|Dist|Mt|Ft|St|Ste|Sts|Pt|Messrs|Ven|Mgr)\\.',
          after: '[\\s\\u00A0\\u202F]+(?:\\p{Lu}|&)'
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:Jr|Sr|Inc|Co|Corp|Bros|LLC|Ph\\.D|M\\.D|B\\.A|M\\.A|Esq|et[\\s\\u00A0\\u202F]al|vs|v|cf|viz|e\\.g|i\\.e|approx|ca|c|incl|esp|ed|eds|trans|Univ|Assn|Dept|Ave|Blvd|Rd|Hwy)\\.',
          after: '[\\s\\u00A0\\u202F]+(?:["\'«“‘‹„(\\[¿¡–—-][\\s\\u00A0\\u202F]*)*\\p{L}'
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:No|Nos|no|nos|N°|n°|Art|Arts|art|arts|Sec|sec|ss|Fig|fig|Figs|figs|Vol|vol|vols|p|pp|P|ch|Ch|Chap|chap|par|para|Par|Para|Reg|reg|cl|ext|Ext|Tel|tel|approx|c|ca|v|R|Bill)\\.',
          after: '[\\s\\u00A0\\u202F]+(?:\\p{Lu}{1,2}-)?[\\p{N}(]'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:vol|Vol)\\.',
          after: '[\\s\\u00A0\\u202F]+[IVX]+\\b'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{N}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.',
          after: '[\\s\\u00A0\\u202F]*,?[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before: '\\b(?:Yahoo|Jeopardy)!',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        }
      ]
    },
    {
      name: 'French',
      rules: [
        {
          breaks: true,
          before:
            '(?<![\\p{L}\\p{N}.])(?:U\\.S\\.A|U\\.S|D\\.C|É\\.-U|R\\.-U|inc|Inc|ltée|Ltée|Cie|Ltd|etc|al|a\\.m|p\\.m|Jr)\\.',
          after:
            "[\\s\\u00A0\\u202F]+(?:[\"'«“‘‹„(\\[¿¡–—-][\\s\\u00A0\\u202F]*)*(?:Il|Elle|Ils|Elles|On|Nous|Vous|Je|J[’']\\p{L}|Ce|C[’']\\p{L}|Cet|Cette|Ces|Cela|Son|Sa|Ses|Leur|Leurs|Notre|Nos|Le|La|Les|L[’']\\p{L}|Un|Une|Des|Du|D[’']\\p{L}|De|Et|Mais|Or|Donc|Car|Ainsi|Toutefois|Cependant|Par|Pour|En|Dans|Avec|Sans|Sur|Sous|Selon|Si|S[’']\\p{L}|Quand|Lorsque|Après|Avant|Depuis|Qui|Que|Quoi|À|A|Au|Aux|Profitez)(?![\\p{L}])"
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:M|MM|Mr|Mrs|Ms|Mme|Mmes|Mlle|Mlles|Me|Mes|Dr|Drs|Dre|Pr|Prof|Mgr|NN|S\\.E|S\\.M|S\\.A\\.R|Hon|St|Ste|Sts|Stes|Gén|Lt|Cap|Col|Rév|Fr|Vve)\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{Lu}'
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:U\\.S\\.A|U\\.S|D\\.C|É\\.-U|R\\.-U|S\\.A|S\\.A\\.R\\.L|Inc|Cie|Ltée|Ltd|Bros|Corp|Co|p\\.[\\s\\u00A0\\u202F]ex|par[\\s\\u00A0\\u202F]ex|c\\.-à-d|vs|v|bd|boul|av|ave|ch|pl|rte|éd|coll|trad|dir|vol|J\\.-C|env|Env|tél|Tél|téléc|Téléc)\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{Lu}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:cf|Cf)\\.',
          after: '[\\s\\u00A0\\u202F]+'
        },
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}.])(?:No|no|Nos|nos|N°|n°|N|n|Art|art|Arts|arts|al|Al|Fig|fig|Vol|vol|p|pp|P|ch|Ch|chap|Chap|par|Par|paragr|sect|Sect|tabl|Tabl|ann|réf|Réf|R\\.R\\.Q|L\\.R\\.C|L\\.C|c|env|Env|t|T)\\.',
          after: '[\\s\\u00A0\\u202F]+[\\p{N}(]'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?i:janv?|févr?|fév|mars|avr|juill?|juil|août|sept|oct|nov|déc)\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{N}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])\\p{Lu}\\.?-\\p{Lu}h?\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])\\p{Lu}h?\\.-\\p{Lu}h?\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before: '\\b(?:Yahoo|Jeopardy)!',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?i:tél|téléc|env|min|max)\\.',
          after: '[\\s\\u00A0\\u202F]*[:\\p{N}]'
        }
      ]
    },
    {
      name: 'cldr-de',
      rules: [
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}])(?:Dipl\\.-Ing\\.|Dipl\\.-Kfm\\.|Ursprüngl\\.|röm\\.-kath\\.|Reg\\.-Bez\\.|Geograph\\.|Forts\\.[\\s\\u00A0\\u202F]f\\.|u\\.A\\.w\\.g\\.|k\\.[\\s\\u00A0\\u202F]u\\.[\\s\\u00A0\\u202F]k\\.|Ausschl\\.|schweiz\\.|v\\.[\\s\\u00A0\\u202F]u\\.[\\s\\u00A0\\u202F]Z\\.|einschl\\.|entspr\\.|Spezif\\.|schwäb\\.|n\\.[\\s\\u00A0\\u202F]Chr\\.|v\\.[\\s\\u00A0\\u202F]Chr\\.|schles\\.|österr\\.|k\\.u\\.k\\.|eigtl\\.|n\\.u\\.Z\\.|v\\.R\\.w\\.|Jahrh\\.|gesch\\.|u\\.v\\.a\\.|a\\.a\\.O\\.|p\\.Adr\\.|Gesch\\.|v\\.u\\.Z\\.|Z\\.[\\s\\u00A0\\u202F]Zt\\.|v\\.Chr\\.|a\\.a\\.S\\.|Urspr\\.|Trans\\.|U\\.S\\.A\\.|Hptst\\.|Port\\.|Gebr\\.|Ausg\\.|evtl\\.|Sept\\.|z\\.Hd\\.|D\\.[\\s\\u00A0\\u202F]h\\.|Folg\\.|Einh\\.|U\\.[\\s\\u00A0\\u202F]U\\.|Bibl\\.|Dtzd\\.|möbl\\.|tägl\\.|gest\\.|e\\.Wz\\.|Prot\\.|ggfs\\.|verh\\.|Verf\\.|Chin\\.|a\\.Rh\\.|exkl\\.|ehem\\.|näml\\.|u\\.[\\s\\u00A0\\u202F]Z\\.|Hrsg\\.|hpts\\.|gedr\\.|Best\\.|Phys\\.|südd\\.|inkl\\.|kath\\.|Proz\\.|verw\\.|Evtl\\.|Test\\.|Schr\\.|Tägl\\.|amtl\\.|Temp\\.|Mind\\.|Allg\\.|Z\\.[\\s\\u00A0\\u202F]B\\.|zzgl\\.|jhrl\\.|Konv\\.|beil\\.|v\\.[\\s\\u00A0\\u202F]H\\.|Alt\\.|Ges\\.|frz\\.|erw\\.|Frl\\.|Inh\\.|J\\.D\\.|i\\.B\\.|s\\.a\\.|kgl\\.|o\\.B\\.|Dez\\.|i\\.R\\.|i\\.J\\.|u\\.U\\.|Obj\\.|Ing\\.|Akt\\.|i\\.A\\.|Msp\\.|U\\.U\\.|Chr\\.|Vgl\\.|Aug\\.|Mrd\\.|e\\.h\\.|Hrn\\.|Ztr\\.|d\\.Ä\\.|i\\.H\\.|o\\.A\\.|Abs\\.|Std\\.|z\\.B\\.|Hbf\\.|Abt\\.|A\\.M\\.|v\\.T\\.|Nov\\.|U\\.S\\.|Adr\\.|App\\.|ggf\\.|Jan\\.|Rel\\.|Pfd\\.|Gem\\.|Art\\.|z\\.Z\\.|S\\.A\\.|i\\.V\\.|m\\.W\\.|Dir\\.|Sek\\.|Feb\\.|Int\\.|Sep\\.|Bed\\.|jew\\.|vgl\\.|a\\.M\\.|Str\\.|gek\\.|Erf\\.|u\\.Ä\\.|sog\\.|mtl\\.|röm\\.|Adj\\.|Kap\\.|a\\.D\\.|d\\.J\\.|m\\.E\\.|Max\\.|Ltd\\.|geb\\.|Ggf\\.|Inc\\.|kfm\\.|Dim\\.|Reg\\.|Dat\\.|led\\.|PIN\\.|e\\.V\\.|Abw\\.|P\\.M\\.|F\\.f\\.|Mod\\.|Min\\.|Apr\\.|v\\.H\\.|StR\\.|Fam\\.|u\\.a\\.|Ben\\.|o\\.g\\.|Kfm\\.|Okt\\.|u\\.ä\\.|Tel\\.|Ber\\.|Kop\\.|Mio\\.|Rep\\.|Di\\.|Ca\\.|So\\.|Sa\\.|ev\\.|am\\.|Kl\\.|Fa\\.|Mo\\.|Op\\.|Hr\\.|St\\.|Dr\\.|Fn\\.|Rd\\.|Wg\\.|od\\.|Qu\\.|Fr\\.|Nr\\.|Do\\.|Co\\.|Jr\\.|Mi\\.|G\\.|R\\.|W\\.|B\\.|J\\.|b\\.|M\\.|Z\\.|z\\.|O\\.|P\\.|r\\.|C\\.|u\\.|U\\.|N\\.|F\\.|s\\.|A\\.|I\\.|L\\.|T\\.|D\\.|Y\\.)',
          after: '[\\s\\u00A0\\u202F]'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])\\p{N}{1,2}\\.',
          after:
            '[\\s\\u00A0\\u202F]+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Platz|Runde|Spieltag|[A-Z][a-z]+)'
        }
      ]
    },
    {
      name: 'cldr-es',
      rules: [
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}])(?:a\\.[\\s\\u00A0\\u202F]e\\.[\\s\\u00A0\\u202F]c\\.|Excmos\\.|Fabric\\.|Rvdmos\\.|deptos\\.|Excmas\\.|JJ\\.OO\\.|RR\\.HH\\.|Excmo\\.|FF\\.CC\\.|Rvdos\\.|Srtas\\.|licdo\\.|SS\\.MM\\.|Ilmas\\.|Ilmos\\.|Excma\\.|licda\\.|dptos\\.|depto\\.|afmos\\.|afmas\\.|SS\\.AA\\.|Rvdmo\\.|U\\.S\\.A\\.|Exmas\\.|Exmos\\.|Rdos\\.|Sres\\.|Trab\\.|trad\\.|Exmo\\.|Comm\\.|ntra\\.|dtor\\.|prov\\.|p\\.ej\\.|figs\\.|ntro\\.|Desv\\.|Ltda\\.|Lcda\\.|Exma\\.|hnos\\.|Korn\\.|v\\.gr\\.|a\\.[\\s\\u00A0\\u202F]C\\.|e\\.[\\s\\u00A0\\u202F]c\\.|afma\\.|sras\\.|fund\\.|Mons\\.|Lcdo\\.|afmo\\.|Srta\\.|Ilmo\\.|prof\\.|Sras\\.|sres\\.|Sdad\\.|dpto\\.|Rvdo\\.|Corp\\.|Ilma\\.|d\\.[\\s\\u00A0\\u202F]C\\.|Ltdo\\.|mtro\\.|Desc\\.|Avda\\.|Bien\\.|sept\\.|fig\\.|may\\.|oct\\.|cap\\.|mié\\.|doc\\.|Kit\\.|Inc\\.|ago\\.|jul\\.|col\\.|RAM\\.|ene\\.|Rol\\.|vid\\.|dic\\.|abr\\.|Sra\\.|dom\\.|Emm\\.|bol\\.|Vda\\.|O\\.M\\.|Ldo\\.|Drs\\.|sáb\\.|feb\\.|C\\.V\\.|Lda\\.|U\\.S\\.|R\\.D\\.|Rdo\\.|vie\\.|jue\\.|A\\.C\\.|Col\\.|Ant\\.|Var\\.|H\\.P\\.|C\\.P\\.|Rev\\.|Ltd\\.|lun\\.|Sol\\.|nov\\.|mss\\.|Dña\\.|Seg\\.|mar\\.|Reg\\.|Sta\\.|Dra\\.|srs\\.|R\\.U\\.|jun\\.|bco\\.|Cía\\.|e\\.g\\.|C\\.S\\.|Lic\\.|cfr\\.|Dto\\.|All\\.|Mrs\\.|Sto\\.|Exc\\.|c/c\\.|DC\\.|SA\\.|ed\\.|Da\\.|ss\\.|cf\\.|Sr\\.|Dr\\.|vs\\.|ej\\.|Em\\.|MM\\.|Av\\.|Fr\\.|ms\\.|Id\\.|Mr\\.|Dª\\.|PP\\.|AA\\.|CA\\.|K\\.|C\\.|D\\.|M\\.|L\\.)',
          after: '[\\s\\u00A0\\u202F]'
        }
      ]
    },
    {
      name: 'cldr-it',
      rules: [
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}])(?:S\\.M\\.A\\.R\\.T\\.|d\\.p\\.R\\.|c\\.c\\.p\\.|O\\.d\\.G\\.|S\\.p\\.A\\.|N\\.d\\.A\\.|N\\.d\\.T\\.|N\\.d\\.E\\.|U\\.S\\.A\\.|S\\.A\\.R\\.|Geom\\.|dott\\.|arch\\.|mitt\\.|N\\.B\\.|div\\.|a\\.C\\.|fig\\.|Cfr\\.|vol\\.|ver\\.|d\\.C\\.|rag\\.|Sig\\.|Mod\\.|pag\\.|tav\\.|Ing\\.|int\\.|C\\.P\\.|U\\.S\\.|p\\.i\\.|tab\\.|Ltd\\.|Liv\\.|sez\\.|avv\\.|all\\.|dr\\.|DC\\.|on\\.|ag\\.|L\\.|D\\.|p\\.)',
          after: '[\\s\\u00A0\\u202F]'
        }
      ]
    },
    {
      name: 'cldr-pt',
      rules: [
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}])(?:rementente|eletrôn\\.|r\\.s\\.v\\.p\\.|odontol\\.|organiz\\.|arqueol\\.|psicol\\.|fisiol\\.|astron\\.|arquit\\.|transp\\.|tecnol\\.|sociol\\.|contab\\.|compl\\.|liter\\.|matem\\.|filos\\.|profa\\.|N\\.Sra\\.|abrev\\.|odont\\.|relat\\.|agric\\.|autom\\.|p\\.[\\s\\u00A0\\u202F]ex\\.|biogr\\.|apart\\.|eletr\\.|dipl\\.|port\\.|geom\\.|trad\\.|Exmo\\.|univ\\.|créd\\.|anat\\.|cont\\.|neol\\.|Ltda\\.|Exma\\.|ingl\\.|símb\\.|fasc\\.|long\\.|arit\\.|caps\\.|hist\\.|Ilmo\\.|prof\\.|quím\\.|pron\\.|bras\\.|comp\\.|náut\\.|círc\\.|gram\\.|Ilma\\.|Ph\\.D\\.|Dras\\.|elem\\.|prod\\.|educ\\.|desc\\.|próx\\.|fig\\.|rep\\.|cap\\.|doc\\.|mov\\.|ago\\.|dez\\.|apt\\.|col\\.|res\\.|des\\.|fev\\.|abr\\.|lat\\.|Dir\\.|adm\\.|fot\\.|p\\.m\\.|P\\.M\\.|jur\\.|com\\.|dir\\.|end\\.|fís\\.|Est\\.|Drs\\.|gên\\.|pág\\.|índ\\.|esp\\.|Mar\\.|pal\\.|V\\.T\\.|mai\\.|S\\.A\\.|cel\\.|mat\\.|out\\.|aux\\.|aer\\.|jul\\.|lin\\.|méd\\.|org\\.|A\\.C\\.|jun\\.|déb\\.|álg\\.|sup\\.|fem\\.|Ltd\\.|pol\\.|séc\\.|nov\\.|mús\\.|mar\\.|W\\.C\\.|cat\\.|jan\\.|rel\\.|Sta\\.|Dra\\.|tel\\.|div\\.|a\\.C\\.|Alm\\.|fac\\.|d\\.C\\.|set\\.|tec\\.|ind\\.|vol\\.|eng\\.|rod\\.|máq\\.|cód\\.|ref\\.|fil\\.|a\\.m\\.|obs\\.|N\\.T\\.|Sto\\.|lit\\.|ed\\.|ff\\.|D\\.C|cf\\.|Pe\\.|vs\\.|Av\\.|fl\\.|Fr\\.|ap\\.|cx\\.|fr\\.|Dr\\.|pq\\.|ex\\.|Jr\\.|pp\\.|A\\.M|R\\.|l\\.|E\\.|S\\.|p\\.|f\\.)',
          after: '[\\s\\u00A0\\u202F]'
        }
      ]
    },
    {
      name: 'cldr-ru',
      rules: [
        {
          breaks: false,
          before:
            '(?<![\\p{L}\\p{N}])(?:до[\\s\\u00A0\\u202F]н\\.[\\s\\u00A0\\u202F]э\\.|сент\\.|февр\\.|нояб\\.|н\\.[\\s\\u00A0\\u202F]э\\.|проф\\.|руб\\.|янв\\.|тел\\.|дек\\.|апр\\.|окт\\.|тыс\\.|авг\\.|н\\.э\\.|отд\\.|кв\\.|ул\\.)',
          after: '[\\s\\u00A0\\u202F]'
        }
      ]
    },
    {
      name: 'ClosingGuillemet',
      rules: [
        {
          breaks: false,
          before: '',
          after: '[\\s\\u00A0\\u202F]*[»›]'
        }
      ]
    },
    {
      name: 'Default',
      rules: [
        {
          breaks: false,
          before: '^[\\s\\u00A0\\u202F]*(?:\\(?\\p{N}{1,3}|\\(?\\p{L}|\\(?[IVXivx]{1,5})[.)]',
          after: '[\\s\\u00A0\\u202F]'
        },
        {
          breaks: true,
          before:
            '[.!?…‼⁇⁈⁉](?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after: '[\\s\\u00A0\\u202F]+(?:\\p{N}{1,2}[.)°]|[a-z]\\))[\\s\\u00A0\\u202F]+\\p{Lu}'
        },
        {
          breaks: false,
          before: '[.!?;:]["\'”’)\\]}»›]?[\\s\\u00A0\\u202F]{1,3}\\(?(?:\\p{N}{1,2}|[a-z])[.)°]',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])\\p{Lu}\\.',
          after: '[\\s\\u00A0\\u202F]+\\p{Lu}\\.'
        },
        {
          breaks: false,
          before: '(?<![\\p{L}\\p{N}.])(?:\\p{Lu}\\.[\\s\\u00A0\\u202F]?)*\\p{Lu}\\.',
          after: "[\\s\\u00A0\\u202F]+\\p{Lu}[\\p{L}'’-]"
        },
        {
          breaks: false,
          before:
            '[.…](?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after:
            "[\\s\\u00A0\\u202F]+(?:[\"'«“‘‹„(\\[¿¡–—-][\\s\\u00A0\\u202F]*)*\\p{Ll}+[\\p{Ll},;:.!?'’\\s-]"
        },
        {
          breaks: false,
          before:
            '[!?](?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after: "[\\s\\u00A0\\u202F]+\\p{Ll}+[\\p{Ll},;:.!?'’\\s-]"
        },
        {
          breaks: false,
          before:
            '[.!?…](?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after: '[\\s\\u00A0\\u202F]*[,;:.)\\]}…]'
        },
        {
          breaks: false,
          before: '[\\p{L},][\\s\\u00A0\\u202F][(\\[](?:\\.\\.\\.|…)[)\\]]',
          after: '[\\s\\u00A0\\u202F]+\\p{L}'
        },
        {
          breaks: true,
          before:
            '[.!?…‼⁇⁈⁉](?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after: '[\\s\\u00A0\\u202F]'
        },
        {
          breaks: true,
          before:
            '[।॥؟۔։።፧፨᠃᠉]+(?:[\\s\\u00A0\\u202F]?[»›]|["\'”’)\\]}»›]|[\\s\\u00A0\\u202F]?\\[[\\p{N},–-]+\\]|[¹²³⁰⁴-⁹])*',
          after: '[\\s\\u00A0\\u202F]'
        },
        {
          breaks: true,
          before: '[\\u3040-\\u30ff\\u3400-\\u9fff][!?]+',
          after: '[\\u3040-\\u30ff\\u3400-\\u9fff]'
        },
        {
          breaks: true,
          before: '[。！？｡．⁇⁈⁉‼]+[」』）】》〉”’"\\])]*',
          after: '[^」』）】》〉”’"\\])。！？｡]'
        }
      ]
    }
  ],
  maps: [
    {
      pattern: '[Ee][Nn].*',
      group: 'English'
    },
    {
      pattern: '[Ff][Rr].*',
      group: 'French'
    },
    {
      pattern: '[Dd][Ee].*',
      group: 'cldr-de'
    },
    {
      pattern: '[Ee][Ss].*',
      group: 'cldr-es'
    },
    {
      pattern: '[Ii][Tt].*',
      group: 'cldr-it'
    },
    {
      pattern: '[Pp][Tt].*',
      group: 'cldr-pt'
    },
    {
      pattern: '[Rr][Uu].*',
      group: 'cldr-ru'
    },
    {
      pattern: '(?![Dd][EeAa]).*',
      group: 'ClosingGuillemet'
    },
    {
      pattern: '.*',
      group: 'Default'
    }
  ]
}
