import {Malformed} from '../xml/tag.ts'
import {ancestor, type Node} from './tree.ts'

/** The address of an element: its name, its id, and the file it is in. */
export interface Address {
  readonly name: string
  readonly id: string
  /** Id of the file, where the element is in one. */
  readonly file?: string | undefined
  /** Id of a group around it, where one was named. */
  readonly group?: string | undefined
}

/** Something in an element, as a fragment identifier names it, such as `n=n1` for a note. */
export interface Leaf {
  readonly prefix: string
  readonly id: string
}

/**
 * Questions that only the whole file can answer, such as whether it has a unit with some id. The file is read again for
 * them.
 */
export interface Questions {
  /** Ask whether an element, and a leaf in it, is in the file; `say` is called if not. */
  ask(address: Address, leaf: Leaf | undefined, say: () => void): void
  /** Show all nodes of a container, and the container, to `see`; then call `say`. */
  survey(holder: Node, see: (nodes: ReadonlyArray<Node>) => void, say: () => void): void
}

interface Question {
  readonly group: string | undefined
  readonly leaf: Leaf | undefined
  readonly say: () => void
  isFound: boolean
}

interface Survey {
  /** Offset of the container. */
  readonly start: number
  readonly see: (nodes: ReadonlyArray<Node>) => void
  readonly says: (() => void)[]
}

/** A file that asks more than this is hostile. */
const MOST = 1 << 19

/** Collects questions while a file is read, and answers them when it is read again. */
export function createQuestions(has: (node: Node, leaf: Leaf) => boolean): {
  questions: Questions
  isNeeded: () => boolean
  see: (nodes: ReadonlyArray<Node>) => void
  end: () => void
} {
  const asked = new Map<string, Question[]>()
  const surveys = new Map<Survey['see'], Survey>()
  let count = 0
  return {
    questions: {
      ask({name, id, file, group}, leaf, say) {
        if (++count > MOST) throw new Malformed('too many references', 0)
        const key = keyOf(name, id, file)
        const question = {group, leaf, say, isFound: false}
        const others = asked.get(key)
        if (others) others.push(question)
        else asked.set(key, [question])
      },
      survey({element}, see, say) {
        const survey = surveys.get(see) ?? {start: element.start, see, says: []}
        survey.says.push(say)
        surveys.set(see, survey)
      }
    },
    isNeeded: () => asked.size + surveys.size > 0,
    see(nodes) {
      for (const node of nodes) answer(node, asked, has)
      for (const survey of surveys.values()) if (isIn(nodes[0]!, survey.start)) survey.see(nodes)
    },
    end() {
      for (const question of [...asked.values()].flat()) if (!question.isFound) question.say()
      for (const {says} of surveys.values()) for (const say of says) say()
    }
  }
}

const ASKED = /^(?:xliff|file|group|unit|res:resourceItem)$/

function answer(
  node: Node,
  asked: ReadonlyMap<string, ReadonlyArray<Question>>,
  has: (node: Node, leaf: Leaf) => boolean
): void {
  if (!ASKED.test(node.name)) return
  const id = node.name === 'xliff' ? '' : node.attributes.get('id')
  if (id === undefined) return
  const file = node.name === 'file' ? undefined : fileOf(node)
  for (const question of asked.get(keyOf(node.name, id, file)) ?? []) {
    if (question.isFound || !isInGroup(node, question.group)) continue
    question.isFound = !question.leaf || has(node, question.leaf)
  }
}

function keyOf(name: string, id: string, file: string | undefined): string {
  return JSON.stringify([name, id, file])
}

/** Id of the file around a node. */
export function fileOf(node: Node): string | undefined {
  return ancestor(node, 'file')?.attributes.get('id')
}

/** Whether a node is in the group with an id; true where no group is asked for. */
export function isInGroup(node: Node, id: string | undefined): boolean {
  if (id === undefined) return true
  for (let at = ancestor(node, 'group'); at; at = ancestor(at, 'group')) {
    if (at.attributes.get('id') === id) return true
  }
  return false
}

function isIn(node: Node, start: number): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.element.start === start) return true
  return false
}
