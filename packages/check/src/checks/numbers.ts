import {type Content, excerptOf} from '@passerelle/model'
import {type Check, type CheckContext, type Finding, isLeftOut} from '../rule/check.ts'
import {type Figure, figuresOf} from '../rule/figures.ts'
import {flat} from '../rule/flat.ts'

/**
 * `number-differs`: a target has the figures of its source.
 *
 * Figures are read by locale: 700,000 is 700 000, and 3.5 is 3,5. A figure on one side only is let pass if people write
 * it in words, or if a date or an ordinal may lose it; so is the second clock time of `2 p.m.` and `14 h`. If one
 * translation also says what another sentence says, the block is looked at as a whole.
 */
export const numbers: Check = ({pairs}, context) => {
  const translated = pairs.flatMap(({id, source, target}) => (target ? [{id, source, target}] : []))
  if (!translated.some(({target}) => isLeftOut(target)))
    return translated.flatMap(({id, source, target}) =>
      compare(source, target, context).map((finding) => ({...finding, pair: id}))
    )
  const whole = (side: 'source' | 'target'): Content => translated.flatMap((pair) => [...pair[side], ' '])
  return compare(whole('source'), whole('target'), context)
}

function compare(
  source: Content,
  target: Content,
  {sourceLocale, targetLocale}: Pick<CheckContext, 'sourceLocale' | 'targetLocale'>
): Finding[] {
  const wanted = figuresOf(flat(source), sourceLocale)
  const given = figuresOf(flat(target), targetLocale)
  const {left, right} = unmatched(wanted, given)
  if (left.length === 0 && right.length === 0) return []
  const isReplaced = left.length > 0 && right.length > 0
  const worth = (figures: Figure[]): Figure[] => figures.filter(({soft}) => !soft || isReplaced)
  const [lost, added] = [worth(left), worth(right)]
  if (lost.length === 0 && added.length === 0) return []
  return [
    {
      id: 'number-differs',
      args: {expected: written(lost), found: written(added), text: excerptOf(source)},
      at: {...(lost[0] && {source: lost[0].text}), ...(added[0] && {target: added[0].text})}
    }
  ]
}

/** Remove from both sides what reads the same, each figure once. */
function unmatched(a: ReadonlyArray<Figure>, b: ReadonlyArray<Figure>): {left: Figure[]; right: Figure[]} {
  const right = [...b]
  const left = a.filter(({values}) => {
    const at = right.findIndex((other) => other.values.some((value) => values.includes(value)))
    if (at < 0) return true
    right.splice(at, 1)
    return false
  })
  return {left, right}
}

function written(figures: ReadonlyArray<Figure>): string {
  return figures.map(({text}) => text).join(', ')
}
