import { ApiProblem, callDefaults } from '../../../server/api.ts';

/** Sends a file and tells how many bytes have gone; `fetch` does not say. */
export function upload(
  file: File,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ readonly uploadId: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/uploads');
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (callDefaults.language) request.setRequestHeader('accept-language', callDefaults.language);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      if (request.status === 201) return resolve(request.response);
      const refused = request.response?.detail === undefined ? undefined : request.response;
      reject(refused ? new ApiProblem(refused) : new TypeError('fetch failed'));
    };
    // As `fetch` says that nobody has answered: also a file that was moved or changed under our hands.
    request.onerror = () => reject(new TypeError('fetch failed'));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
