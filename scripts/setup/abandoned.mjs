const LOOK_MS = 500;

/**
 * The shell between npm and a command does not pass SIGTERM on: npm and its shell end, and the command
 * would go on unseen, holding its port. So a command that npm started takes its parent's end for one.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const { ppid } = process;
  const looking = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  looking.unref();
}
