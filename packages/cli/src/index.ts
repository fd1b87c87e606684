export {main} from './main.ts'
export {defineConfig, type WrittenConfig} from '@passerelle/pipeline'
export type {World} from './commands/world.ts'
