/** Characters of a text that no page of the site has. */
export const FLOOD = 50_000_000;

/** A comment with a text of 50 MB. */
export function toFloodedComment(noteId: string): unknown {
  return { id: 'd'.repeat(24), note_id: noteId, content: 'x'.repeat(FLOOD), create_time: Date.now() };
}

/** The page makes its own state, title and refusal 50 MB long: the state's script as text, before it is run. */
export function floodState(html: string): string {
  return html.replace(
    /<script[^>]*>(window\.__INITIAL_STATE__=\{)([\s\S]*?)<\/script>/,
    (_all: string, head: string, rest: string) => `<script>(()=>{
      const flood='x'.repeat(${FLOOD});
      const state=document.createElement('script');
      state.textContent=${JSON.stringify(head)}+'"flood":"'+flood+'",'+${JSON.stringify(rest)};
      document.body.append(state);
      const refusal=document.createElement('div');
      refusal.className='not-found-wrapper';refusal.hidden=true;
      refusal.textContent=flood;
      document.body.append(refusal);
      document.title=flood;
    })()</script>`,
  );
}
