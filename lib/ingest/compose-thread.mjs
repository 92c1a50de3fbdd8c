import { register } from 'tsx/esm/api';

// Threads do not read TypeScript by themselves, though the program that starts them does.
register();
await import('./compose-thread.ts');
