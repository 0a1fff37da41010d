import { ApiProblem, callDefaults } from './api.ts';

/** Saves a file that the server makes of a question too long for a link. @throws ApiProblem */
export async function download(address: string, body: object): Promise<void> {
  const { language, viewAs } = callDefaults;
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(language && { 'accept-language': language }),
      ...(viewAs && { 'akb-view-as': String(viewAs) }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new ApiProblem(await answer.json());
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'akb';
  save(await answer.blob(), name);
}

/** Hands a file over to the browser. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
