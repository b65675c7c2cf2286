import { InfoCircleOutlined } from '@ant-design/icons';

/** Says on the page's face what the page is. */
export function Banner() {
  return (
    <div className="banner" role="note">
      <InfoCircleOutlined />
      <span>
        <b>仿真页面</b>：依据公开资料重建，并非真实的速卖通卖家中心，数据均为虚构。
      </span>
      <span lang="en">
        <b>Reconstruction</b> from public descriptions, not the real AliExpress seller centre. Nothing here
        comes from the live site.
      </span>
    </div>
  );
}
