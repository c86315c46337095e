import { startOffscreen } from '../../src/background/exports/start-offscreen';

startOffscreen();
