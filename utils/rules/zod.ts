import * as z from 'zod/mini';

// zod 4 compiles schemas with `new Function` where it can; an extension's pages and workers forbid that,
// and the attempt alone is reported as a violation. Everything that makes a schema imports zod from here.
z.config({ jitless: true });

export { z };
