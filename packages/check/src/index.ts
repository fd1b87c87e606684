export {type CheckContext, type CheckLevel, type Places, type Spot} from './check.ts'
export {checkUnit} from './check-unit.ts'
export {codesFit, type CodeProblem, type CodeProblemId} from './codes-fit.ts'
export {type CheckId, checkLevels} from './levels.ts'
