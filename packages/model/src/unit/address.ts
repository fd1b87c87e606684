/**
 * Web and e-mail addresses in prose, without the punctuation that follows them: what translators may move but not edit.
 *
 * For `matchAll`; closing brackets, quotation marks and what ends a sentence are no part of an address.
 */
export const addresses: RegExp =
  /(?:https?|ftp):\/\/[^\s<>"'«»()[\]{}]*[^\s<>"'«»()[\]{}.,;:!?*_~]|\bwww\.[^\s<>"'«»()[\]{}]*[^\s<>"'«»()[\]{}.,;:!?*_~]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*\w/gi
