import { CURSORS } from './cursors.mts';
import { SHAPES } from './shapes.mts';
import { SIZES } from './sizes.mts';
import { WIRE } from './wire.mts';

export const ANSWER_VECTORS = { SIZES, SHAPES, CURSORS, WIRE };
