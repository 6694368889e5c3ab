import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page of a PDF, as a reader's program finds it. */
export async function pdfText(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: false });
  return text;
}
