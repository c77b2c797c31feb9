import type { Template } from '../fill.js';

/** Of documents and their signatures. */
export const papers: Record<string, Template> = {
  'papers.unknown': 'Document {paper} not found in this case.',
  'papers.send-draft-only': 'Only a draft can be sent. Status of {paper}: {state:choice}.',
  'papers.sign-sent-only': 'Only a document that was sent can be signed. Status of {paper}: {state:choice}.',
  'papers.ended': 'Document {paper} is already {state:choice}.',
  'papers.client-ends':
    'The client has signed {paper} too, so the vendor alone cannot end it. Ask legal or procurement to record its end.',
  'papers.no-successor':
    'What takes the place of {paper} must be of the same kind ({kind:choice}), about the same person, and signed by {signers:and}.',
  'papers.assignment-of-nobody': 'An assignment is about one engineer. Say whom {paper} is about.',
  'papers.id-taken': 'Document {paper} already exists. Use another id.',
  'papers.end-out-of-range':
    'The document would end on {until:day}. The last day must be after its start, {from:day}, and in the future.',
  'papers.not-a-signer': 'Document {paper} does not name you as a signer.',
  'papers.already-signed': 'Document {paper} already carries this signature.',
  'papers.other-text':
    'The text you signed is not the registered text of {paper}. Read the registered text and sign that.',
  'papers.same-case': 'Document {paper} belongs to this case. Cite it as it is.',
  'papers.not-fully-signed':
    'Document {paper} lacks the signature of {signer:parties}. Only fully signed documents can be reused.',
  'papers.not-in-force': 'Document {paper} is not in force. Only documents in force can be reused.',
};
