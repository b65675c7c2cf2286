interface LinesProps {
  lines: readonly string[];
  /** The class of each. */
  name: string;
}

/** Sentences one below the other. */
export const Lines = ({ lines, name }: LinesProps) => (
  <>
    {lines.map((line) => (
      <p class={name} key={line}>
        {line}
      </p>
    ))}
  </>
);
