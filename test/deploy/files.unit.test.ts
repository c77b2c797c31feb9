import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../workers/config.js';
import { accessBeside } from '../../workers/settings/access.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const Service = z.looseObject({
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
});
const compose = () => parse(read('docker-compose.yml'), { merge: true });
const services = z.object({ services: z.record(z.string(), Service) }).parse(compose()).services;

test('the compose file is one by the schema of the compose specification', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
  const isCompose = ajv.compile(JSON.parse(read('deploy/compose-spec/compose-spec.json')));
  isCompose(compose());
  expect(isCompose.errors).toBeNull();
  expect(isCompose({ ...compose(), services: { api: { imagee: 'x' } } })).toBe(false);
});

test.each(Object.entries(SETTINGS))(
  '%s is given settings that it knows, and every one that it needs',
  (name, settings) => {
    const given = Object.keys(services[name]?.environment ?? {});
    const known: string[] = Object.keys(settings.shape);
    const needed = Object.entries<z.ZodType>(settings.shape).filter(([, one]) => !one.safeParse(undefined).success);
    expect(given.filter((one) => !known.includes(one))).toEqual([]);
    expect(needed.map(([one]) => one).filter((one) => !given.includes(one))).toEqual([]);
    expect(services[name]?.command).toEqual([name]);
  },
);

test('the environment in the example is what the compose file asks for and where access is held, without a value', () => {
  const all = read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?\}/g);
  const asked = new Set(
    [...all].map(([, name]) => name).concat('GITHUB_TOKEN', 'GITHUB_WEBHOOK_SECRET', ...Object.keys(accessBeside)),
  );
  const offered = [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];
  expect(offered.map(([, name]) => name).sort()).toEqual([...asked].sort());
  expect(offered.map(([, , value]) => value).join('')).toBe('');
});

test('ports are open on this machine alone, images name a version, and the auto-setup image is not among them', () => {
  const all = Object.values(services);
  expect(all.flatMap(({ ports }) => ports).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  const images = all.map(({ image = '' }) => image);
  expect(images.filter((image) => !/:[^:]*\d/.test(image) || image.includes('auto-setup'))).toEqual([]);
});

test('files that the compose file mounts are there', () => {
  const mounted = Object.values(services).flatMap(({ volumes }) => volumes.filter((one) => one.startsWith('./')));
  const missing = mounted
    .map((one) => one.split(':')[0]?.slice(2) ?? '')
    .filter(
      (path) =>
        !readdirSync(new URL(`../../${path.replace(/[^/]+$/, '')}`, import.meta.url)).includes(
          path.split('/').at(-1) ?? '',
        ),
    );
  expect(missing).toEqual([]);
});

test('the Dockerfile is sound: it lints, the last stage is not root, has no development packages, and says how it is', () => {
  const text = read('Dockerfile');
  expect(validate(text)).toEqual([]);
  expect(validate(text.replace('WORKDIR /app', 'WORKDIRR /app'))).not.toEqual([]);
  const last = text.slice(text.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  expect(last).toMatch(/^COPY --from=dependencies /m);
  expect(text).toMatch(/AS dependencies\n[\s\S]*npm ci --omit=dev/);
});
