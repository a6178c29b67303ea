/** A text of a fixed form. None of these forms has a character that the `--set` grammar could misread, but for comments in PEM. */
export interface Format {
  /** What the text is, as it stands in a sentence. */
  readonly what: string;
  /** A right value, as code. */
  readonly example: string;
  /** Whether a number may stand for its text. */
  readonly numbers: boolean;
  /** Whether the text has the form. */
  readonly fits: (text: string) => boolean;
}

/** The forms by the type of setting. */
export const FORMATS = {
  // https://pkg.go.dev/time#ParseDuration; a bare zero needs no unit, negative ones make no sense here.
  duration: {
    what: 'a duration of Go: numbers with a unit (ns, us, ms, s, m, h)',
    example: "'1m30s'",
    numbers: false,
    fits: (text: string) => /^(0|((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/.test(text),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  quantity: {
    what: 'a quantity of Kubernetes: a number, with a unit such as m, k, Mi or Gi if any',
    example: "'16Gi'",
    numbers: true,
    fits: (text: string) => /^(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text),
  },
  intOrPercent: {
    what: 'a whole number or a percentage',
    example: "'25%'",
    numbers: true,
    fits: (text: string) => /^\d+%?$/.test(text),
  },
  hostPort: {
    what: 'a host and a port',
    example: "'dapr-sentry.dapr-system.svc.cluster.local:443'",
    numbers: false,
    fits: (text: string) => {
      const port = /^(?:[^\s,:[\]]+|\[[\da-fA-F:.]+\]):(\d{1,5})$/.exec(text)?.[1];
      return Number(port) >= 1 && Number(port) <= 65535;
    },
  },
  pem: {
    what: 'the text of a PEM file, not its path',
    example: "fs.readFileSync('path/to/file.pem', 'utf8')",
    numbers: false,
    fits: (text: string) => /-----BEGIN [A-Z0-9 ]+-----[^]+-----END [A-Z0-9 ]+-----/.test(text),
  },
} satisfies Record<string, Format>;
