// Nothing: what a preview of this costs is the engine, the language host and the SDK.
export {};
