import { z } from 'zod';
import { taskPageParams } from '../../contract/home.js';
import { TASK_PAGE } from '../../presentation/letters/taskPage.js';
import type { Api } from '../api.js';
import { sendPage } from '../reportInput.js';

const schema = {
  tags: ['tasks'],
  security: [],
  summary: 'The page that a letter links to: how to go on, and nothing of the case',
  produces: ['text/html'],
  params: taskPageParams,
  response: { 200: z.string() },
};

/** Answers every address in a letter alike: the way on at the command line. */
export function taskPageRoutes(api: Api): void {
  api.get('/tasks/:id', { schema, config: { access: 'public' } }, async (_request, reply) => {
    reply.header('referrer-policy', 'no-referrer');
    return sendPage(reply, TASK_PAGE);
  });
}
