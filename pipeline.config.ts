import {defineConfig} from 'passerelle'

export default defineConfig({
  locales: ['en', 'fr'],
  content: ['locales/{locale}/**/*.{md,mdx,json}']
})
