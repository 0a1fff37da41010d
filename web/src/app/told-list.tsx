import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import classes from './told.module.css';

/** What has been told, above the foot of the page. */
export const ToldList = () => <Notifications position="bottom-center" classNames={{ root: classes.told }} />;
