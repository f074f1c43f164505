/** The look of our pages: one card, quiet, in both colour schemes. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1c2024,#edeef0);--soft:light-dark(#60646c,#b0b4ba);--ground:light-dark(#f7f8fa,#111214);--card:light-dark(#fff,#18191b);--line:light-dark(#e2e4e9,#2e3035);--accent:light-dark(#3358d4,#849dff);--on-accent:light-dark(#fff,#0e1325);--shade:light-dark(rgb(0 0 0/.1),rgb(255 255 255/.2));--seen:var(--accent);--edge:transparent;--good:light-dark(#18794e,#3dd68c);--bad:light-dark(#c62a2f,#ff9592)}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:400px;padding:36px 32px 28px;background:var(--card);border:1px solid var(--line);border-radius:16px;text-align:center;box-shadow:0 1px 2px rgb(0 0 0/.04),0 12px 32px rgb(0 0 0/.06)}
img{display:block;margin:0 auto 20px;border-radius:8px}
.mark{width:40px;height:40px;margin:0 auto 20px;border-radius:50%;border:3px solid var(--line);border-top-color:var(--seen);animation:turn 1s linear infinite}
[data-tone=success] .mark,[data-tone=failure] .mark{animation:none;display:grid;place-items:center;border-color:currentColor;font-size:20px;line-height:1;font-weight:600}
[data-tone=success] .mark{color:var(--good)}[data-tone=failure] .mark{color:var(--bad)}
[data-tone=success] .mark::before{content:"\\2713"}[data-tone=failure] .mark::before{content:"!"}
h1{margin:0 0 8px;font-size:20px;line-height:1.3;letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
p{margin:0;color:var(--soft);text-wrap:pretty;overflow-wrap:anywhere}
button,.button{display:inline-block;margin-top:24px;padding:9px 19px;border:1px solid var(--edge);border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button:hover,.button:hover{box-shadow:inset 0 0 0 99px var(--shade)}button:disabled{opacity:.6;cursor:default}
:focus-visible{outline:3px solid color-mix(in srgb,var(--seen) 45%,transparent);outline-offset:2px}
.brand{margin:-8px 0 24px;font-size:14px;font-weight:600;color:var(--ink)}.brand.accented::before{content:"";display:inline-block;width:10px;height:10px;margin-right:8px;border-radius:3px;background:var(--accent);box-shadow:0 0 0 1px var(--edge);vertical-align:0}
.hint{margin-top:20px;font-size:13px}.hint:empty{display:none}
@keyframes turn{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){.mark{animation:none}}
@media (max-width:400px){body{padding:12px}main{padding:28px 20px 22px}}
`
