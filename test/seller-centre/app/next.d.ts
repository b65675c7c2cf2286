// Fusion ships types for its index only. The app takes its parts one by one: the index pulls in parts that need lodash.
declare module '@alifd/next/es/button' {
  export { default } from '@alifd/next/types/button';
}
declare module '@alifd/next/es/pagination' {
  export { default } from '@alifd/next/types/pagination';
}
declare module '@alifd/next/es/table' {
  export { default } from '@alifd/next/types/table';
}
