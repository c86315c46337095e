import { mount } from '../../src/ui/mount';
import { SidepanelApp } from '../../src/ui/sidepanel/sidepanel-app';

void mount('panel', SidepanelApp);
