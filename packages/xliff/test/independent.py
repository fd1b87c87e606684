"""Another reader of XLIFF than ours: lxml. Says what it finds in files whose targets were set.

usage: independent.py FOLDER, with files.json, and of each file N its bytes N.before and N.after.
"""

import copy
import json
import re
import sys
from pathlib import Path

from lxml import etree

PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)
MENDING = etree.XMLParser(huge_tree=True, resolve_entities=False, recover=True)
CODES = {'g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'pc', 'sc', 'ec'}
NATIVE = {'bpt', 'ept', 'ph', 'it', 'sc', 'ec'}
XLIFF = re.compile(r'urn:oasis:names:tc:xliff:')


def name(element):
    return re.split('[}:]', element.tag)[-1] if isinstance(element.tag, str) else ''


def parse(data):
    """The tree, and whether libxml2 had to be lenient."""
    try:
        return etree.fromstring(data, PARSER), False
    except etree.XMLSyntaxError:
        if data[:2] in (b'\xff\xfe', b'\xfe\xff'):
            text = data.decode('utf-16').replace('\ufeff', '')
            return etree.fromstring(re.sub(r'^<\?xml.*?\?>', '', text), PARSER), True
    try:
        return etree.fromstring(data, MENDING), True
    except etree.XMLSyntaxError:
        return etree.Element('unreadable'), True


def segments(root):
    """Elements with a source and a target, in the order of the file."""
    return [
        (element, child(element, 'source'))
        for element in root.iter('{*}trans-unit', '{*}segment')
        if child(element, 'source') is not None
    ]


def child(element, wanted):
    return next((each for each in element if name(each) == wanted), None)


def is_deleted(element):
    mtype = element.get('mtype', '')
    changed = [value for key, value in element.attrib.items() if key.endswith('tctype')]
    return mtype == 'x-sdl-deleted' or (mtype == 'x-mq-tc' and 'delet' in ''.join(changed).lower())


def text(element):
    """What a translator reads: without native code."""
    parts = [element.text or '']
    for each in element:
        if name(each) == 'cp':
            parts.append(chr(int(each.get('hex'), 16)))
        elif name(each) and name(each) not in NATIVE and not is_deleted(each):
            parts.append(text(each))
        parts.append(each.tail or '')
    return ''.join(parts)


def codes(element):
    """Inline codes with all they say; of one that spans text, its tag."""
    found = []
    for each in element:
        if name(each) in ('g', 'pc'):
            found.append((name(each), sorted(each.attrib.items())))
        elif name(each) in CODES:
            found.append((name(each), infoset(each)))
        if name(each) and name(each) not in NATIVE and not is_deleted(each):
            found += codes(each)
    return sorted(found, key=repr)


def infoset(element):
    """All that an element says, as a value that can be compared."""
    inner = [(infoset(each), each.tail or '') for each in element]
    return (str(element.tag), sorted(element.attrib.items()), element.text or '', inner)


def fold(value):
    return re.sub(r'\s+', '', value)


def rest(root):
    """All but the targets of segments, and what those targets say of themselves."""
    tree = copy.deepcopy(root)
    said = []
    for element, _ in segments(tree):
        target = child(element, 'target')
        said.append(None if target is None else sorted(target.attrib.items()))
        if target is None:
            continue
        before = target.getprevious()
        if before is None:
            element.text = (element.text or '').rstrip() + (target.tail or '')
        else:
            before.tail = (before.tail or '').rstrip() + (target.tail or '')
        target.tail = None
        element.remove(target)
    return infoset(tree), said


def count(root):
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    foreign = [
        1
        for each in elements
        for tag in [each.tag, *each.attrib]
        if tag.startswith('{') and not XLIFF.match(tag[1:]) and '/XML/1998/' not in tag
    ]
    return {
        'segments': len(segments(root)),
        'states': sum(1 for each in elements if each.get('state') is not None),
        'notes': sum(1 for each in elements if name(each) == 'note'),
        'codes': sum(1 for each in elements if name(each) in CODES),
        'extensions': len(foreign),
    }


def owner(element):
    """What could be the id of the unit that an element is of."""
    if name(element) == 'trans-unit':
        return element.get('id', '')
    unit = element.getparent()
    while unit is not None and name(unit) != 'unit':
        unit = unit.getparent()
    return '' if unit is None else unit.get('id', '')


def check(number, file, folder):
    before, lenient = parse((folder / f'{number}.before').read_bytes())
    after, _ = parse((folder / f'{number}.after').read_bytes())
    problems = []
    bare, said = rest(before)
    bare_now, said_now = rest(after)
    if bare != bare_now:
        problems.append('the rest has changed')
    if any(old is not None and old != new for old, new in zip(said, said_now)):
        problems.append('a target has lost what it says of itself')
    found = {}
    for element, source in segments(after):
        target = child(element, 'target')
        if target is None:
            problems.append(f'no target: line {element.sourceline} {owner(element)}')
            continue
        mark = re.match(r'~\d+~', text(target))
        if not mark or mark[0] in found:
            problems.append(f'not set: line {element.sourceline} {owner(element)}')
            continue
        found[mark[0]] = (element, source, target)
    for edit in file['edits']:
        where = f"unit {edit['unit']} {edit['pair']}"
        if edit['mark'] not in found:
            problems.append(f'lost: {where}')
            continue
        element, source, target = found[edit['mark']]
        id = owner(element)
        if re.sub(r'\.\.\d+$', '', edit['unit']) != id and f"{edit['unit']}.{edit['pair']}" not in id:
            problems.append(f'in unit {id} for {where}')
        if text(target) != edit['text']:
            problems.append(f'{text(target)!r} for {edit["text"]!r} in {where}')
        if fold(text(source)) != fold(edit['source']):
            problems.append(f'source {text(source)!r} for {edit["source"]!r} in {where}')
        if codes(source) != codes(target):
            problems.append(f'codes {codes(target)} for {codes(source)} in {where}')
    return {'lenient': lenient, 'problems': problems, **count(before)}


folder = Path(sys.argv[1])
files = json.loads((folder / 'files.json').read_text())
print(json.dumps([check(number, file, folder) for number, file in enumerate(files)]))
