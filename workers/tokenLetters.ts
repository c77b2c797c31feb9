import { loadMailRenderer } from '../activities/mail/loadMailRenderer.js';
import { createSendTokenLetter, type SendTokenLetter } from '../activities/mail/sendTokenLetter.js';
import { createSmtpTransport } from '../providers/mail/smtp.js';
import type { ApiProcessConfig } from './config.js';

type Mail = Pick<ApiProcessConfig, 'SMTP_URL' | 'SMTP_TLS_CA' | 'MAIL_FROM' | 'DRAWBRIDGE_BASE_URL'>;

/** Letters about tokens, by the mail server of the settings. */
export const tokenLettersOf = async (config: Mail): Promise<SendTokenLetter> =>
  createSendTokenLetter({
    transport: createSmtpTransport(config.SMTP_URL, {
      ...(config.SMTP_TLS_CA !== undefined && { ca: config.SMTP_TLS_CA }),
    }),
    render: await loadMailRenderer(),
    from: config.MAIL_FROM,
    baseUrl: config.DRAWBRIDGE_BASE_URL,
  });
