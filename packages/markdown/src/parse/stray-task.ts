import type {gfmFromMarkdown} from 'mdast-util-gfm'

type Extension = ReturnType<typeof gfmFromMarkdown>[number]
type Handle = NonNullable<NonNullable<Extension['exit']>['taskListCheck']>
type CompileContext = ThisParameterType<Handle>
type Token = Parameters<Handle>[0]

/**
 * Read the box of a task outside of list items as text.
 *
 * After an empty item micromark takes `[ ]` for a task (GFM, 5.3) in the paragraph that follows the list, and
 * mdast-util-gfm-task-list-item believes it.
 */
export function withStrayTasks({exit}: Extension): Extension {
  const checked = exit?.taskListCheckValueChecked
  const unchecked = exit?.taskListCheckValueUnchecked
  return {
    exit: {
      taskListCheckValueChecked(token) {
        if (isInItem(this)) checked?.call(this, token)
      },
      taskListCheckValueUnchecked(token) {
        if (isInItem(this)) unchecked?.call(this, token)
      },
      taskListCheck(token) {
        if (!isInItem(this)) addText(this, token)
      }
    }
  }
}

/** Whether the tree ends in a paragraph of a list item. */
function isInItem({stack}: CompileContext): boolean {
  return stack.at(-2)?.type === 'listItem'
}

function addText(context: CompileContext, token: Token): void {
  context.enter({type: 'text', value: context.sliceSerialize(token)}, token)
  context.exit(token)
}
