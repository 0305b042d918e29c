import encodeQR from 'qr';
import type { ReactElement } from 'react';

interface QrPictureProps {
  readonly text: string;
  readonly label: string;
}

/** Dark on light in either look, with the quiet zone that scanners need (ISO/IEC 18004 §9.1). */
export function QrPicture({ text, label }: QrPictureProps): ReactElement {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="factor-picture"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}h-${rows.length}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
