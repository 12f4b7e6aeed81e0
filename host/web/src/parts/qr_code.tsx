// A text as a QR code, to be scanned from paper or from the screen. What draws it is fetched
// when the first one is shown; its place is kept meanwhile.
import { useEffect, useState } from "preact/hooks";

import { qrPath } from "./qr_path";
import "./qr_code.css";

interface Drawn {
  size: number;
  path: string;
}

async function drawn(text: string): Promise<Drawn> {
  const { encode } = await import("uqr");
  const code = encode(text, { ecc: "M", border: 4 }); // a scanner needs four light squares around
  return { size: code.size, path: qrPath(code.data) };
}

export function QrCode({ text, name }: { text: string; name: string }) {
  const [code, setCode] = useState<Drawn>();
  useEffect(() => {
    let shown = true;
    void drawn(text).then((made) => {
      if (shown) setCode(made);
    });
    return () => {
      shown = false;
    };
  }, [text]);
  return (
    <svg class="qr" role="img" aria-label={name} viewBox={`0 0 ${code?.size ?? 1} ${code?.size ?? 1}`}>
      <rect width="100%" height="100%" fill="#fff" />
      {code && <path d={code.path} fill="#000" shape-rendering="crispEdges" />}
    </svg>
  );
}
