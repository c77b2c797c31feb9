import { loadMailRenderer } from '../activities/mail/loadMailRenderer.js';
import { createSendSignInLetter, type SendSignInLetter } from '../activities/mail/sendSignInLetter.js';
import { createSmtpTransport } from '../providers/mail/smtp.js';
import type { ApiProcessConfig } from './config.js';

type Mail = Pick<ApiProcessConfig, 'SMTP_URL' | 'MAIL_FROM' | 'DRAWBRIDGE_BASE_URL'> &
  Partial<Pick<ApiProcessConfig, 'SMTP_TLS_CA'>>;

/** Letters with sign-in codes, by the mail server of the settings. */
export const signInLettersOf = async (config: Mail): Promise<SendSignInLetter> =>
  createSendSignInLetter({
    transport: createSmtpTransport(config.SMTP_URL, {
      ...(config.SMTP_TLS_CA !== undefined && { ca: config.SMTP_TLS_CA }),
    }),
    render: await loadMailRenderer(),
    from: config.MAIL_FROM,
    baseUrl: config.DRAWBRIDGE_BASE_URL,
  });
