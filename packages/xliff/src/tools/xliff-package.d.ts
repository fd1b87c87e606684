/** The npm package `xliff`, which has no types: what is used of it. */
declare module 'xliff' {
  interface Resources {
    readonly resources: Readonly<Record<string, unknown>>
    readonly sourceLanguage?: string
    readonly targetLanguage?: string
  }
  const api: {
    js2xliff(js: Resources): Promise<string>
    jsToXliff12(js: Resources): Promise<string>
    xliff2js(xml: string): Promise<Resources>
    xliff12ToJs(xml: string): Promise<Resources>
  }
  export default api
}
