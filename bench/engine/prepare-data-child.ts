import { answerParent } from '../child-process.ts';
import { prepareData } from './data-folder.ts';

// In a process of its own: what building leaves in memory is not the questions'.
answerParent(prepareData);
