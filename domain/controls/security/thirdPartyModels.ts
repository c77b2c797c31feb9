/** What is asked of each third-party model. */
export const MODELS_FORM = {
  tools: {
    kind: 'list',
    ask: "Every third-party model that receives the client's code, data or prompts, coding assistants included. Leave the list empty if there is none.",
    of: {
      tool: { kind: 'text', maxLength: 120, ask: 'Which tool and plan, for example "Copilot Business"?' },
      provider: {
        kind: 'text',
        maxLength: 120,
        optional: true,
        ask: 'Which company provides it, where the name of the tool does not begin with it?',
      },
      use: {
        kind: 'choice',
        of: ['coding-assistant', 'chat', 'model-api', 'review-or-test', 'embedded-in-the-product'],
        ask: 'What is it used for?',
      },
      accountOwner: { kind: 'choice', of: ['client', 'vendor', 'personal'], ask: 'Whose account is it?' },
      noTraining: { kind: 'yes-no', ask: 'Do the terms rule out training on what is sent to it?' },
      terms: { kind: 'url', ask: 'Where are those terms?' },
      logs: {
        kind: 'choice',
        of: ['not-kept', 'client', 'vendor', 'provider'],
        ask: 'Who keeps logs of prompts and answers?',
      },
      logCountry: {
        kind: 'country',
        optional: true,
        ask: 'In which country are the logs kept?',
      },
      logDays: {
        kind: 'number',
        min: 0,
        integer: true,
        ask: 'How many days are they kept? 0 if they are not.',
      },
    },
  },
  complete: {
    kind: 'yes-no',
    ask: 'Is the list complete, and is the team told to use no other tool?',
  },
} as const;
