/** Our own sign: a sweet potato with a speech bubble. The same drawing as `public/icon/icon.svg`. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <g transform="rotate(-38 58 62)">
        <path
          d="M-4 68C4 38 34 20 66 22c26 1 46 14 54 32 3 6 3 9 0 14-12 24-36 38-64 38C28 106 8 94-4 78c-3-4-2-6 0-10Z"
          fill="#c4431f"
        />
        <path
          d="M20 52c12-11 28-16 44-15"
          fill="none"
          stroke="#f3956b"
          stroke-width="8"
          stroke-linecap="round"
        />
        <path
          d="M86 46h12M34 84h14M14 70h8"
          fill="none"
          stroke="#8f2c11"
          stroke-width="5"
          stroke-linecap="round"
        />
      </g>
      <path
        d="M70 62h38a16 16 0 0 1 16 16v16a16 16 0 0 1-16 16h-6l-12 13c-2 2-5 1-5-2v-11H70a16 16 0 0 1-16-16V78a16 16 0 0 1 16-16Z"
        fill="#fff7f0"
        stroke="#8f2c11"
        stroke-width="6"
        stroke-linejoin="round"
      />
      <circle cx="73" cy="86" r="6" fill="#c4431f" />
      <circle cx="89" cy="86" r="6" fill="#c4431f" />
      <circle cx="105" cy="86" r="6" fill="#c4431f" />
    </svg>
  );
}
