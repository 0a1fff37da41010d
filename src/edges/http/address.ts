import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { Refusal } from '../../domain/problem.ts';

export interface Binding {
  readonly host: string;
  readonly port: number;
  readonly tls?: { readonly cert: string; readonly key: string };
  /** `AKB_TRUSTED_PROXY`: the address under which a proxy with TLS in front of АКБ is reached. */
  readonly proxy?: string;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Off this computer only behind TLS: otherwise the session would travel in the clear. */
export function refuseOpenBinding({ host, tls, proxy }: Binding): void {
  if (loopback.has(host) || tls || proxy !== undefined) return;
  throw new Refusal({ code: 'bindingOpen', params: { host } });
}

/** The proxy's origin, `https://akb.company.example`. */
export function proxyOrigin(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^https:\/\/[^/]+\/?$/.test(value)) {
    throw new Refusal({ code: 'proxyAddress', params: { value } });
  }
  return new URL(value).origin;
}

const bracketed = (host: string) => (isIP(host) === 6 ? `[${host}]` : host);

/** Where the command line reaches the server that listens on `port`. */
export function localUrl({ host, tls }: Binding, port: number): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `${tls ? 'https' : 'http'}://${bracketed(reached)}:${port}`;
}

/** Where a browser is to go. */
export function browserUrl(binding: Binding, port: number): string {
  if (binding.proxy !== undefined) return binding.proxy;
  const [name] = binding.tls ? certificateNames(binding.tls.cert) : [];
  return name === undefined ? localUrl(binding, port) : `https://${bracketed(name)}:${port}`;
}

/** Names of the certificate's holder; those with a wildcard name no single place. */
function certificateNames(cert: string): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(cert);
  return [...subjectAltName.matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].flatMap(([, name]) =>
    name === undefined || name.includes('*') ? [] : [name],
  );
}

/** Says of a Host header, in small letters, whether it is one of ours: a name that was bound to this address by somebody else is not. */
export function hostCheck(binding: Binding, port: () => number): (host: string) => boolean {
  const { host: bound, tls, proxy } = binding;
  const certificate = tls && new X509Certificate(tls.cert);
  const proxyHost = proxy === undefined ? undefined : new URL(proxy).host;
  return (header) => {
    if (proxyHost !== undefined && header === proxyHost) return true;
    const scheme = tls ? 'https' : 'http';
    if (!URL.canParse(`${scheme}://${header}`)) return false;
    const url = new URL(`${scheme}://${header}`);
    if (url.host !== header && `${url.host}:${port()}` !== header) return false;
    if (Number(url.port || (tls ? 443 : 80)) !== port()) return false;
    const name = url.hostname.replace(/^\[|\]$/g, '');
    if (loopback.has(name) || name === bound) return true;
    return (isIP(name) ? certificate?.checkIP(name) : certificate?.checkHost(name)) !== undefined;
  };
}
