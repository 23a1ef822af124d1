export declare function vulkanDriver(): { driver: string | undefined; env: Record<string, string> };
