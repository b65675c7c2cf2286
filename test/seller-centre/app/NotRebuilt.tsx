import { Alert } from 'antd';
import { Evidence } from './kit/view.tsx';

/** What stands in for every page that the stand-in doesn't rebuild. */
export function NotRebuilt({ path }: { path: string }) {
  return (
    <Evidence title="跨境卖家中心">
      <Alert
        type="info"
        showIcon
        message="仿真站没有重建这个页面"
        description={`The stand-in has no page at ${path}.`}
      />
    </Evidence>
  );
}
