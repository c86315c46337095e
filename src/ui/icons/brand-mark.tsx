/** Our own sign: a sweet potato with a speech bubble. The same drawing as `public/icon/icon.svg`. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 128 128"
      aria-hidden="true"
      focusable="false"
      class="brand-mark"
    >
      <path
        d="M18 104C6 92 8 66 26 45 43 25 70 12 90 15c9 1 16 5 20 11-3 3-4 6-4 9 4 26-10 55-34 69-20 12-43 12-54 0Z"
        fill="#c4431f"
      />
      <path
        d="M25 92c-6-13 1-33 15-48 13-14 32-23 47-23"
        fill="none"
        stroke="#f08a5e"
        stroke-width="6"
        stroke-linecap="round"
      />
      <path
        d="M71 42h37a14 14 0 0 1 14 14v20a14 14 0 0 1-14 14h-9l-13 14c-1 1-3 0-3-2V90H71a14 14 0 0 1-14-14V56a14 14 0 0 1 14-14Z"
        fill="#fff6ee"
        stroke="#7d2610"
        stroke-width="5"
        stroke-linejoin="round"
      />
      <circle cx="75" cy="66" r="5.5" fill="#7d2610" />
      <circle cx="90" cy="66" r="5.5" fill="#7d2610" />
      <circle cx="105" cy="66" r="5.5" fill="#7d2610" />
    </svg>
  );
}
