import { type ReaderReply, type ReaderRequest, readTask } from './read-task.ts';

// Entry of the process in which files are parsed: a hostile or huge file can take it down, and nothing else.

const tell = (reply: ReaderReply): void => {
  process.send?.(reply);
};
process.on('message', (task: ReaderRequest) => {
  void readTask(task, (progress) => tell({ progress })).then(tell);
});
process.on('disconnect', () => process.exit());
