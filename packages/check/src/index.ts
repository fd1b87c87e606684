export {type CheckContext, type CheckLevel, type Places, type Spot} from './rule/check.ts'
export {checkUnit} from './check-unit.ts'
export {codesFit, type CodeProblem, type CodeProblemId} from './rule/codes-fit.ts'
export {type CheckId, checkLevels} from './rule/levels.ts'
