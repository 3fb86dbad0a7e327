// Node 20.19.6 and later hang for about 20 s, with a gigabyte of memory, when they print an error in colours and one of its frames is a
// file directly in `node_modules/@scope/` (https://github.com/nodejs/node/issues/64011, fixed in newer ones). Source maps of Pulumi's SDK make
// such frames (`node_modules/@pulumi/errors.ts`), and it prints every error that ends a program so, even those it shows without a stack.
const FRAME = /(node_modules\/(?:@[^/\s]+\/)?)([^/\s:]+:\d)/g;

/** @param {unknown} error what a program ends with; its frames are given one more separator */
function repairStackTrace(error) {
    for (let each = error; each instanceof Error; each = each.cause) {
        if (typeof each.stack === "string") each.stack = each.stack.replace(FRAME, "$1./$2");
    }
}

/** Repairs errors before Pulumi's own handlers see them. */
function repairStackTraces() {
    process.prependListener("uncaughtException", repairStackTrace);
    process.prependListener("unhandledRejection", repairStackTrace);
}

module.exports = { repairStackTrace, repairStackTraces };
