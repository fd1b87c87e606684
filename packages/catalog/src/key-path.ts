/** Keys joined by `.`; a `.` or `\` inside a key is written after a `\`. */
export function keyPath(path: ReadonlyArray<string>): string {
  return path.map((key) => key.replace(/[.\\]/g, String.raw`\$&`)).join('.')
}
