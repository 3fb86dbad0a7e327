import type { NotCovered } from "../../not-covered";

export const wafNotCovered: readonly NotCovered[] = [
    { id: "WAF.11", why: "The program makes no web ACL; where the logs of one go is decided with it." },
];
