/** Rows in the shape of what will come, after a moment in which most answers have already come. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div className="row" key={row}>
          <i className="disc" />
          <i className="wide" />
          <i className="far" />
          <i className="middle" />
          <i className="far" />
          <i className="short" />
        </div>
      ))}
    </div>
  );
}
