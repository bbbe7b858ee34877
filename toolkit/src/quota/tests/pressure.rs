//! Many callers, clocks that are set back, and a service that throttles.

use std::future::Future;

use super::super::rates;
use super::super::shared::{CountedCall, Key};
use super::*;

/// A clock that tests set back: Tokio's, minus some seconds.
#[derive(Clone, Debug)]
struct UnsteadyTime(TokioTime, Arc<Mutex<Duration>>);

impl TimeSource for UnsteadyTime {
    fn now(&self) -> SystemTime {
        self.0.now() - *self.1.lock().expect("a lock")
    }
}

async fn get_channel(client: &Client) {
    let call = client.get_channel().arn("a");
    call.send().await.expect("an output");
}

async fn put_metadata(client: &Client, channel: &str) {
    let call = client.put_metadata().channel_arn(channel).metadata("m");
    call.send().await.expect("an output");
}

/// Lets a task run until it waits.
async fn spawn(task: impl Future<Output = ()> + Send + 'static) -> tokio::task::JoinHandle<()> {
    let task = tokio::spawn(task);
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    task
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_changes_nothing() {
    let service = Service::start();
    let back = Arc::new(Mutex::new(Duration::ZERO));
    let time = UnsteadyTime(TokioTime(service.start), Arc::clone(&back));
    let client = service.client(&Quota::published());
    let config = client.config().to_builder().time_source(time);
    let client = Client::from_conf(config.build());
    for index in 0..20 {
        // An hour before every third call.
        if index % 3 == 0 {
            *back.lock().expect("a lock") += Duration::from_secs(3_600);
        }
        get_channel(&client).await;
    }
    let waiting = spawn(async move { get_channel(&client).await }).await;
    // And while a call is in line.
    *back.lock().expect("a lock") += Duration::from_secs(3_600);
    waiting.await.expect("the task ends");
    let arrivals = service.arrivals();
    assert_eq!(busiest_second(&arrivals), 5, "{arrivals:?}");
    assert!(arrivals[20] <= 4_100, "{arrivals:?}");
}

#[tokio::test(start_paused = true)]
async fn a_full_channel_does_not_hold_up_others() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    let mut tasks = Vec::new();
    for _ in 0..100 {
        let client = client.clone();
        tasks.push(spawn(async move { put_metadata(&client, "full").await }).await);
    }
    put_metadata(&client, "other").await;
    let before = service.arrivals();
    assert_eq!(before, [0; 6], "five of one channel, and the other's");
    for task in tasks {
        task.await.expect("the task ends");
    }
    assert_eq!(busiest_second(&service.arrivals()), 6);
}

#[tokio::test(start_paused = true)]
async fn many_channels_share_the_rate_of_the_account() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    let mut tasks = Vec::new();
    for channel in 0..100 {
        for _ in 0..5 {
            let client = client.clone();
            tasks.push(
                spawn(async move { put_metadata(&client, &channel.to_string()).await }).await,
            );
        }
    }
    for task in tasks {
        task.await.expect("the task ends");
    }
    let arrivals = service.arrivals();
    assert_eq!(arrivals.len(), 500);
    assert_eq!(busiest_second(&arrivals), 155);
    assert!(arrivals[499] <= 3_100, "{:?}", arrivals[499]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_a_backoff_does_not_hold_up_others() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    let retries = RetryConfig::standard()
        .with_initial_backoff(Duration::from_secs(1_000))
        .with_max_backoff(Duration::from_secs(1_000));
    let config = client.config().to_builder().retry_config(retries);
    let retrying = Client::from_conf(config.build());
    *service.throttled.lock().expect("a lock") = 1;
    let retry = spawn(async move { get_channel(&retrying).await }).await;
    assert_eq!(service.arrivals(), [0]);
    for _ in 0..10 {
        get_channel(&client).await;
    }
    let arrivals = service.arrivals();
    // Throttled once, so the rate is halved at first.
    assert!(arrivals[10] <= 5_000, "{arrivals:?}");
    retry.await.expect("the task ends");
    assert_eq!(service.arrivals().len(), 12);
}

#[tokio::test(start_paused = true)]
async fn a_burst_of_throttled_calls_halves_the_rate_once() {
    let quota = Quota::published();
    let rate = rates::find("GetChannel").expect("a rate");
    let key = Key {
        region: None,
        operation: rate.operation,
        channel: None,
    };
    let call = CountedCall {
        quotas: vec![(key, rate.per_second)],
    };
    let at = |milliseconds: u64| UNIX_EPOCH + Duration::from_millis(1_000_000 + milliseconds);
    let burst = [(); 5].map(|()| quota.reserve(&call, at(0)).expect("in time").time);
    for attempt in burst {
        quota.observe(&call, attempt, at(50), true);
    }
    let next = quota.reserve(&call, at(60)).expect("in time");
    assert_eq!(next.time, at(2_000));
    // This one was sent after the rate was halved.
    quota.observe(&call, next.time, at(2_050), true);
    let delays = [(); 5].map(|()| quota.reserve(&call, at(2_060)).expect("in time").time);
    assert!(delays[4] >= at(6_000), "{delays:?}");
}

#[tokio::test(start_paused = true)]
async fn callers_that_give_up_do_not_stop_others() {
    let service = Service::start();
    let client = service.client(&Quota::published());
    for _ in 0..20 {
        let client = client.clone();
        spawn(async move { get_channel(&client).await })
            .await
            .abort();
    }
    get_channel(&client).await;
    let arrivals = service.arrivals();
    assert!(*arrivals.last().expect("a call") <= 4_000, "{arrivals:?}");
}

/// On threads, so that callers meet in the lock.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_callers_on_threads_get_a_thousand_times() {
    let quota = Quota::published().max_delay(Duration::from_secs(300));
    let rate = rates::find("GetChannel").expect("a rate");
    let tasks: Vec<_> = (0..1_000)
        .map(|_| {
            let (quota, key) = (
                quota.clone(),
                Key {
                    region: None,
                    operation: rate.operation,
                    channel: None,
                },
            );
            tokio::spawn(async move {
                let call = CountedCall {
                    quotas: vec![(key, rate.per_second)],
                };
                quota
                    .reserve(&call, UNIX_EPOCH)
                    .expect("in time")
                    .delay
                    .as_millis()
            })
        })
        .collect();
    let mut delays = Vec::new();
    for task in tasks {
        delays.push(task.await.expect("the task ends"));
    }
    delays.sort_unstable();
    let expected: Vec<_> = (0..1_000).map(|index| index / 5 * 1_000).collect();
    assert_eq!(delays, expected);
}
