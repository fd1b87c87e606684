/**
 * Web and e-mail addresses in prose, which translators may move but not edit; without the punctuation after them.
 *
 * For `matchAll`. An address does not end with closing brackets, quotation marks or the end of a sentence.
 */
export const addresses: RegExp =
  /(?:https?|ftp):\/\/[^\s<>"'«»()[\]{}]*[^\s<>"'«»()[\]{}.,;:!?*_~]|\bwww\.[^\s<>"'«»()[\]{}]*[^\s<>"'«»()[\]{}.,;:!?*_~]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*\w/gi
