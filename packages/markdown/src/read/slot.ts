import type {BlockKind, Container, Content} from '@passerelle/model'
import type {Range} from '../text/source.ts'

/**
 * How prose must be written where it stands.
 *
 * - `paragraph`, `atx`, `setext`, `cell`: phrasing, at the start of a line or not;
 * - `alternative`: the label of an image;
 * - `label`: the label of a container, on the line of its fence;
 * - `title`: between quotes;
 * - `yaml`: a scalar of front matter, in YAML, TOML or JSON;
 * - `comment`: a comment in code;
 * - `html`, `attribute`: text and values of HTML;
 * - `template`: a value in a template's tag.
 */
export type Form =
  | 'paragraph'
  | 'atx'
  | 'setext'
  | 'cell'
  | 'alternative'
  | 'label'
  | 'title'
  | 'yaml'
  | 'comment'
  | 'html'
  | 'attribute'
  | 'template'

/** How a scalar was written, so that it can be written so again. */
export interface ScalarStyle {
  readonly type:
    | 'plain'
    | 'single'
    | 'double'
    | 'folded'
    | 'literal'
    | 'json'
    | 'toml-basic'
    | 'toml-literal'
    | 'toml-basic-multiline'
    | 'toml-literal-multiline'
    | 'comment'
  /** Header of a block scalar, such as `>-`; line ending after the quotes of a string over several lines. */
  readonly header: string
  /** What the lines after the first begin with: indentation and the like. */
  readonly indent: string
  /** Longest line, in characters; undefined where the value stands on one line. */
  readonly width?: number
}

/** Prose in its place, translatable or not. Translatable slots are blocks. */
export interface Slot extends Range {
  readonly kind: BlockKind
  readonly form: Form
  readonly content: Content
  /** Range of each code of the content in the document; a text has none. */
  readonly ranges: ReadonlyArray<Range | undefined>
  /** The content of each link that became one code, by its index. */
  readonly collapsed?: ReadonlyMap<number, Content> | undefined
  readonly trail: ReadonlyArray<string>
  readonly container?: Container
  readonly key?: string
  /** Whether it is inside a table cell, at any depth: there `|` would end the cell. */
  readonly inCell: boolean
  /** The quotes around a title, an attribute or a value. */
  readonly quote?: string
  /** Printed after a changed text, so that a shortcut reference still leads to its definition. */
  readonly suffix?: string
  /** Line ending and container prefix inside the value of an attribute. */
  readonly lineBreak?: string
  readonly scalar?: ScalarStyle
}
