import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, type PDFPageProxy, version } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Fault, Loading } from './Page.js';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Where the build puts what documents need that bring not all of it along: fonts, character maps, decoders. */
const PARTS = `/assets/pdf-${version}/`;

/** Opens a PDF without running or fetching anything that stands in it. */
const openPdf = (data: ArrayBuffer) =>
  getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    standardFontDataUrl: PARTS,
    cMapUrl: PARTS,
    wasmUrl: PARTS,
  });

type OnShown = (() => void) | undefined;

/** The pages of a PDF below each other, as wide as there is room; a page is drawn when it comes near. */
export default function Pdf({ bytes, title, onShown }: { bytes: Blob; title: string; onShown?: OnShown }) {
  const [opened, setOpened] = useState<{ pdf?: PDFDocumentProxy; error?: Error }>({});
  useEffect(() => {
    let task: ReturnType<typeof openPdf> | undefined;
    let gone = false;
    const open = async () => {
      const data = await bytes.arrayBuffer();
      if (gone) return;
      task = openPdf(data);
      const pdf = await task.promise;
      if (!gone) setOpened({ pdf });
    };
    open().catch((error: unknown) => {
      if (!gone) setOpened({ error: error instanceof Error ? error : new Error('The PDF could not be opened.') });
    });
    return () => {
      gone = true;
      void task?.destroy();
    };
  }, [bytes]);
  const { pdf, error } = opened;
  if (error !== undefined) return <Fault error={error} />;
  if (pdf === undefined) return <Loading rows={10} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: pages that scroll are reached by the keyboard.
    <section className="pdf" aria-label={title} tabIndex={0}>
      {Array.from({ length: pdf.numPages }, (_, i) => i + 1).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} onShown={number === 1 ? onShown : undefined} />
      ))}
    </section>
  );
}

/** One page: its picture, and its text for whoever has it read aloud. */
function PdfPage({ pdf, number, onShown }: { pdf: PDFDocumentProxy; number: number; onShown: OnShown }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const at = canvas.current;
    if (at === null) return;
    let gone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (gone) return;
      await drawOn(at, page);
      if (!gone) onShown?.();
      const { items } = await page.getTextContent();
      if (!gone) setText(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    };
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        watch.disconnect();
        void draw();
      },
      { rootMargin: '100% 0px' },
    );
    watch.observe(at);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [pdf, number, onShown]);
  return (
    <div>
      <canvas ref={canvas} aria-hidden />
      <div className="aloud">
        Page {number} of {pdf.numPages}. {text}
      </div>
    </div>
  );
}

async function drawOn(canvas: HTMLCanvasElement, page: PDFPageProxy): Promise<void> {
  const scale = (canvas.clientWidth * Math.max(1, window.devicePixelRatio)) / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale: Number.isFinite(scale) && scale > 0 ? scale : 1 });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
  await page.render({ canvas, viewport }).promise;
}
