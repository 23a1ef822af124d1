export function packagesSvg(): string;
