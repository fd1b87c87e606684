/** Texts that are markup somewhere. A translator who types one means exactly its characters. */
export const payloads: ReadonlyArray<string> = [lineStarts(), spans(), characters(), data()].flat()

function lineStarts(): string[] {
  // oxfmt-ignore
  return [
    '# a', '#', '###### a', '#a', '####### a', '- a', '-', '+ a', '* a', '*', '+', '1. a', '2024. A year.',
    '1) a', '0.', '> a', '>', '>> a', '    a', '\ta', ' a', 'a ', '  a  ', 'a  ', '---', '***', '___',
    '- - -', '===', '=', '--', '-a', '```', '```js', '~~~', '~~~ a', '```a```', ': a', ':- a', '::: note',
    ':::', '::a', ':a[b]', '[ ] a', '[x] a', '|', '| a | b |', 'a | b', '|-|', '| --- |', ':-:', '\\|',
    'a|b|c', '--|--', 'a\\', 'a\\\\', '\\', '\\\\', '\\a', '\\*'
  ]
}

function spans(): string[] {
  // oxfmt-ignore
  return [
    '*a*', '**a**', '***a***', '_a_', '__a__', 'a_b_c', 'a*b*c', '*a', 'a*', '**', '*a**', '~a~', '~~a~~',
    'a~b', '`a`', '`', '``a`', '`a``b', '“`”', '<b>', '<b>a</b>', '<br>', '<div>', '</div>', '<!-- a -->',
    '<?a?>', '<!A>', '<', 'a < b', 'a <b', '<a', '<https://a.b>', '<a@b.c>', 'https://a.b/c', 'http://a.b',
    'www.a.b', 'a@b.cd', 'ftp://a.b',
    'See https://a.b/c.', 'https://a.b/c_d_e*f*', 'mailto:a@b.cd', 'xmpp:a@b.cd/e', '[a](b)', '[a]',
    '[a][b]', '[a][]', '[a]: b', '![a](b)', '!', 'a!', '![a]', '[', ']', '[[a]]', '](b)', '[^1]', '[^a]: b',
    '[a](b "c")'
  ]
}

function characters(): string[] {
  // oxfmt-ignore
  return [
    '&amp;', '&lt;', '&#35;', '&#x23;', '&nbsp;', '&copy', '&', '&a;', 'R&D', 'a &amp; b', '&amp;amp;',
    '"a"', "'a'", 'a "b" c', "l'été", '« a »', '« a »', '(a)', ')', '(', 'a (b) c', '"', "'", '“a”', 'a\nb',
    'a\n\nb', '\na', 'a\n', 'a\r\nb', 'a\rb', 'a\tb', 'a\u00A0b', '\u00A0a', 'a\u00A0', '\u202Fa\u202F',
    '\u200Ba'
  ]
}

function data(): string[] {
  // oxfmt-ignore
  return [
    '{{ a }}', '{{a', '{% a %}', '{{< a >}}', '{#a}', '{a}', '{', '}', '${a}', '{.a}', '%s', '$a$', '$$',
    '@a', '{{{a}}}', 'a: b', 'a : b', 'a #b', '# a: b', '- a: b', '? a', '!a', '&a b', '*a b', '@a b', '%a',
    'true', 'null', '~', '2008-12-03', '1_000', '[a, b]', '{a: b}', '|-', '>-', '"a', "'a", 'a"', 'a\\"b',
    '...', '--- a', 'yes', '0x1F', '1e3', '.inf', '=a', '`a', '$&', '$1', '$$a', "$'", '%%%1%%%', '\u0001a',
    'a\u2028b', '\u0085a', '\uFEFFa', 'é', 'e\u0301', '👩‍💻', '漢字、「漢」', 'مرحبا', '\uE101a'
  ]
}
