import { startWelcome } from '../../src/ui/welcome/start-welcome';

startWelcome();
