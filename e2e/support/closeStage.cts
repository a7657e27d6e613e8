import { closeStage } from './stage.mts';

export default closeStage;
