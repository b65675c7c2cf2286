// Fusion ships types for its index only. The app takes its parts one by one: the index pulls in parts that need lodash.
declare module '@alifd/next/es/button' {
  export { default } from '@alifd/next/types/button';
}
declare module '@alifd/next/es/dialog' {
  export { default } from '@alifd/next/types/dialog';
}
declare module '@alifd/next/es/form' {
  export { default } from '@alifd/next/types/form';
}
declare module '@alifd/next/es/input' {
  export { default } from '@alifd/next/types/input';
}
declare module '@alifd/next/es/pagination' {
  export { default } from '@alifd/next/types/pagination';
}
declare module '@alifd/next/es/radio' {
  export { default } from '@alifd/next/types/radio';
}
declare module '@alifd/next/es/select' {
  export { default } from '@alifd/next/types/select';
}
declare module '@alifd/next/es/tab' {
  export { default } from '@alifd/next/types/tab';
}
declare module '@alifd/next/es/table' {
  export { default } from '@alifd/next/types/table';
}
