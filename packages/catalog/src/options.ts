/** What extraction and merging need to know besides the file. */
export interface CatalogOptions {
  /** BCP 47. */
  readonly sourceLocale: string
  /** BCP 47; its plural forms are asked for. */
  readonly targetLocale: string
  /** What else translators must not edit, such as a product's name; flags but `g` and `y` are honoured. */
  readonly protect?: ReadonlyArray<RegExp>
}
